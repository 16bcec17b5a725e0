#ifndef MEASURED_REGION_H
#define MEASURED_REGION_H

/// Calls `body` with `context`. Callgrind is told to count while this function runs, and nowhere else: its name stays in
/// the program, which a Swift function's need not.
void bylaw_measured_region(void (*body)(void *), void *context);

#endif
