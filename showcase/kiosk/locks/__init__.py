"""What of the machine under a kiosk is locked, as far as a program can find out."""
