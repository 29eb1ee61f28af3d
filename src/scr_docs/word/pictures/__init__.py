"""What picture files say besides what they show. Nothing is decoded."""
