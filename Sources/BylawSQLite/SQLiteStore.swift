#if SQLite
    public import Bylaw
#endif
