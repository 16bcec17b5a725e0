#if PostgreSQL
    public import Bylaw
#endif
