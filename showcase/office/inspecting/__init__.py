"""The panel at the right: one record to edit, many to change at once, or a new one."""
