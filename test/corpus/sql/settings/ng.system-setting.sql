alter system set log_statement = 'all'
