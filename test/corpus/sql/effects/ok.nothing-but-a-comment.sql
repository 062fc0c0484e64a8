--! through extended
--! gives 1 2 n I Z(I)
/* is anybody there? */
