// The work, which knows no objects.
#include "sample.h"

static size_t least(size_t left, size_t right) { return left < right ? left : right; }

void smooth_bytes(const uint8_t *source, uint8_t *target, size_t count, size_t radius)
{
    if (count == 0) {
        return;
    }
    // The sum of the bytes under a window that slides along.
    uint32_t width = (uint32_t)(2 * radius + 1);
    uint32_t sum = (uint32_t)(radius + 1) * source[0];
    for (size_t i = 1; i <= radius; i++) {
        sum += source[least(i, count - 1)];
    }
    for (size_t i = 0; i < count; i++) {
        target[i] = (uint8_t)(sum / width);
        sum += source[least(i + radius + 1, count - 1)];
        sum -= source[i < radius ? 0 : i - radius];
    }
}

void count_bytes(const uint8_t *source, size_t count, uint64_t counts[256])
{
    for (size_t i = 0; i < count; i++) {
        counts[source[i]]++;
    }
}
