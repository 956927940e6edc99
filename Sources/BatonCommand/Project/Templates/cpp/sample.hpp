/// @file sample.hpp
/// What the files of this extension share.
#pragma once

#include <array>
#include <baton.hpp>
#include <cstdint>

/// Below this many bytes the lock is kept: the work is over sooner than an exchange of the lock (R7). `baton bench` measures
/// both and advises.
constexpr std::size_t release_min = 4096;

/// The largest radius of smooth().
constexpr long long max_radius = 1000;

// --- kernels.cpp: native data only, so they run attached and detached alike

namespace kernels {

using bytes = bt::span<const std::uint8_t>;
/// How often each value occurs.
using counts = std::array<std::uint64_t, 256>;

/// Write to `target` the mean of each byte of `source` and the `radius` bytes on either side; at the ends the first and the
/// last byte stand for those that are missing.
void smooth(bytes source, std::uint8_t *target, std::size_t radius);

counts count(bytes source);

}  // namespace kernels

// --- histogram.cpp

extern BtType_Spec histogram_spec;
