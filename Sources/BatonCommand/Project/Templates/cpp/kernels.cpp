// The work, which knows no objects.
#include "sample.hpp"

#include <algorithm>

namespace kernels {

void smooth(bytes source, std::uint8_t *target, std::size_t radius)
{
    if (source.empty()) {
        return;
    }
    std::size_t last = source.size() - 1;
    // The sum of the bytes under a window that slides along.
    auto width = static_cast<std::uint32_t>(2 * radius + 1);
    auto sum = static_cast<std::uint32_t>(radius + 1) * source[0];
    for (std::size_t i = 1; i <= radius; i++) {
        sum += source[std::min(i, last)];
    }
    for (std::size_t i = 0; i <= last; i++) {
        target[i] = static_cast<std::uint8_t>(sum / width);
        sum += source[std::min(i + radius + 1, last)];
        sum -= source[i < radius ? 0 : i - radius];
    }
}

counts count(bytes source)
{
    counts result{};
    for (std::uint8_t byte : source) {
        result[byte]++;
    }
    return result;
}

}  // namespace kernels
