"""The numbers in front of paragraphs, counted by Word or typed."""
