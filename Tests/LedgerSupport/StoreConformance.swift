// Tests of any store.
