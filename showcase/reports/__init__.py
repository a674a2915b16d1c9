"""What is complete, partial and missing in an event, what helps most now, and how exhibitors are told; without Qt."""
