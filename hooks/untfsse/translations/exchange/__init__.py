"""Exchange with translators who work outside the repository: a file goes out, and its texts come back.

What there is to translate becomes items with all that helps to translate them (`outgoing`, `context`); each
format writes and reads items (`xliff`, `po`, `xlsx`). What comes back is compared with what stands here
today (`incoming`); what may go in is written into pages (`markdown`, `page`) and YAML files (`fields`,
`scalars`) one by one (`writing`), checked, and noted in the ledger (`importing`).
"""
