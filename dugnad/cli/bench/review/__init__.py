"""The self-check beside reviewers: on made-up activities whose quality is known, how far does what it says agree with what they say?"""
