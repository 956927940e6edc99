/// @file sample.h
/// What the files of this extension share.
#ifndef SAMPLE_H
#define SAMPLE_H

#include <baton.h>
#include <stdint.h>

/// Below this many bytes the lock is kept: the work is over sooner than an exchange of the lock (R7). `baton bench` measures
/// both and advises.
#define SAMPLE_RELEASE_MIN 4096

/// The largest radius of smooth().
#define SAMPLE_MAX_RADIUS 1000

// --- kernels.c: native data only, so they run attached and detached alike

/// Write to `target` the mean of each byte of `source` and the `radius` bytes on either side; at the ends the first and the
/// last byte stand for those that are missing.
void smooth_bytes(const uint8_t *source, uint8_t *target, size_t count, size_t radius) BT_ANY_STATE;

/// Add to `counts` how often each value occurs.
void count_bytes(const uint8_t *source, size_t count, uint64_t counts[256]) BT_ANY_STATE;

// --- histogram.c

extern BtType_Spec histogram_spec;

#endif
