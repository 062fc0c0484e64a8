set backslash_quote = on
