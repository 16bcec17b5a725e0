#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// How many blocks this thread has asked the heap for; 0 for ever where the C library cannot be asked (anything but glibc).
unsigned long long bylaw_allocation_count(void);

#endif
