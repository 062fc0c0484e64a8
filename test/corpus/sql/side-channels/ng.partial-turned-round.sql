update customers set card = substr(card, 13) || substr(card, 1, 12), email = substr(email, 2) where id = 1
