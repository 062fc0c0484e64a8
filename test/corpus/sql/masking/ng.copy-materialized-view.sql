--! servers 18
--! outcome masked
--! gives H d([redacted]\n) d([redacted]\n) c C(COPY 2) Z(I)
copy customer_mat (number) to stdout
