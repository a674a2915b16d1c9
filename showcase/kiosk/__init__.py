"""The public screen visitors walk up to: one view model per screen, and the rules of the station without a window."""
