create operator class scratch.oc for type public.weighed using btree family public.weights as operator 1 scratch.<
