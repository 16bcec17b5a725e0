#include "MeasuredRegion.h"

__attribute__((noinline)) void bylaw_measured_region(void (*body)(void *), void *context) {
    body(context);
    // Keeps this frame on the stack until `body` has returned.
    __asm__ volatile("" ::: "memory");
}
