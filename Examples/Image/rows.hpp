// Dividing the rows of a frame among native threads, which touch native data only and never attach.
#pragma once

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace image {

/// Call `body(first, end)` for bands of rows, one band a thread; the first band is this thread's. Returns when all have ended,
/// and throws what one of them has thrown.
template <class Body>
void for_bands(std::size_t rows, std::size_t threads, const Body &body)
{
    std::size_t bands = threads < rows ? threads : rows;
    if (bands <= 1) {
        body(std::size_t{0}, rows);
        return;
    }
    std::vector<std::exception_ptr> failures(bands);
    auto run = [&](std::size_t band) noexcept {
        try {
            body(rows * band / bands, rows * (band + 1) / bands);
        } catch (...) {
            failures[band] = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    others.reserve(bands - 1);
    try {
        for (std::size_t band = 1; band < bands; band++) {
            others.emplace_back(run, band);
        }
    } catch (...) {
        failures[0] = std::current_exception();
    }
    if (!failures[0]) {
        run(0);
    }
    for (std::thread &other : others) {
        other.join();
    }
    for (const std::exception_ptr &failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

}  // namespace image
