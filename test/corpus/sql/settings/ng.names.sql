set names 'latin1'
