set app.tenant = 'x'
