// The image kernels: plain C++ that knows no objects, so that it runs inside an allow-threads block.
#pragma once

#include <cstddef>
#include <cstdint>

namespace image {

/// A frame of rows, from the top, without gaps; each pixel is `channels` bytes.
struct Shape {
    std::size_t width;
    std::size_t height;
    std::size_t channels;

    std::size_t row() const { return width * channels; }
    std::size_t size() const { return row() * height; }
};

/// The largest radius whose sums fit 32 bits.
constexpr std::size_t max_radius = 2047;

/// Luma of RGB, as ITU-R BT.601 weighs it: one byte a pixel.
void grayscale(const std::uint8_t *rgb, std::size_t pixels, std::uint8_t *gray);

/// Scale with bilinear interpolation between pixel centres.
void resize(const std::uint8_t *pixels, Shape from, std::uint8_t *target, Shape to);

/// The mean of the square of 2 * radius + 1 pixels around each; beyond the edge the edge's pixels go on. The rows are divided
/// among `threads` threads, this one and others that end before it returns. Throws std::bad_alloc or std::system_error.
void box_blur(const std::uint8_t *pixels, Shape shape, std::size_t radius, std::size_t threads, std::uint8_t *target);

}  // namespace image
