--! outcome refused
explain verbose select frozen_ssn(1) from orders
