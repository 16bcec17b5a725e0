#include "AllocationCount.h"

#include <stdlib.h>

#ifdef __GLIBC__

// A program's own malloc takes the place of the C library's everywhere in the process, Swift's runtime included. These
// count, and leave the work to glibc. A counter for each thread: counting must not make threads wait for one another.
static _Thread_local unsigned long long count;

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
    count++;
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count++;
    return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
    count++;
    return __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count++;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    count++;
    *block = __libc_memalign(alignment, size);
    return *block ? 0 : 12;
}

unsigned long long bylaw_allocation_count(void) { return count; }

#else

unsigned long long bylaw_allocation_count(void) { return 0; }

#endif
