"""The event file: engine, transactions, migrations, backups."""
