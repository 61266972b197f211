"""A new record or story, from answers to questions or from options (`untfsse new`)."""
