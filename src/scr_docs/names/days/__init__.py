"""Numbers, ages and days as people write them: dates, feasts, days told by an age or an event."""
