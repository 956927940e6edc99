#include "kernels.hpp"

#include <algorithm>
#include <memory>

#include "rows.hpp"

namespace image {

void grayscale(const std::uint8_t *rgb, std::size_t pixels, std::uint8_t *gray)
{
    for (std::size_t i = 0; i < pixels; i++) {
        unsigned luma = 299u * rgb[3 * i] + 587u * rgb[3 * i + 1] + 114u * rgb[3 * i + 2];
        gray[i] = static_cast<std::uint8_t>((luma + 500) / 1000);
    }
}

namespace {

/// Where a target pixel falls between two source pixels.
struct Place {
    std::size_t low;
    std::size_t high;
    double share;  ///< of `high`
};

Place place(std::size_t index, std::size_t from, std::size_t to)
{
    double centre = (static_cast<double>(index) + 0.5) * static_cast<double>(from) / static_cast<double>(to) - 0.5;
    double clamped = std::clamp(centre, 0.0, static_cast<double>(from - 1));
    std::size_t low = static_cast<std::size_t>(clamped);
    return {low, std::min(low + 1, from - 1), clamped - static_cast<double>(low)};
}

/// The sums of the 2 * radius + 1 pixels around each pixel of a row.
void sum_row(const std::uint8_t *row, Shape shape, std::size_t radius, std::uint32_t *sums)
{
    std::size_t last = shape.width - 1;
    for (std::size_t channel = 0; channel < shape.channels; channel++) {
        auto pixel = [&](std::size_t x) -> std::uint32_t { return row[x * shape.channels + channel]; };
        std::uint32_t sum = static_cast<std::uint32_t>(radius) * pixel(0);
        for (std::size_t x = 0; x <= radius; x++) {
            sum += pixel(std::min(x, last));
        }
        for (std::size_t x = 0; x < shape.width; x++) {
            sums[x * shape.channels + channel] = sum;
            sum += pixel(std::min(x + radius + 1, last));
            sum -= pixel(x > radius ? x - radius : 0);
        }
    }
}

}  // namespace

void resize(const std::uint8_t *pixels, Shape from, std::uint8_t *target, Shape to)
{
    for (std::size_t y = 0; y < to.height; y++) {
        Place row = place(y, from.height, to.height);
        const std::uint8_t *upper = pixels + row.low * from.row();
        const std::uint8_t *lower = pixels + row.high * from.row();
        for (std::size_t x = 0; x < to.width; x++) {
            Place column = place(x, from.width, to.width);
            for (std::size_t channel = 0; channel < from.channels; channel++) {
                auto between = [&](const std::uint8_t *line) {
                    double left = line[column.low * from.channels + channel];
                    double right = line[column.high * from.channels + channel];
                    return left + (right - left) * column.share;
                };
                double above = between(upper);
                double value = above + (between(lower) - above) * row.share;
                *target++ = static_cast<std::uint8_t>(value + 0.5);
            }
        }
    }
}

void box_blur(const std::uint8_t *pixels, Shape shape, std::size_t radius, std::size_t threads, std::uint8_t *target)
{
    std::size_t row = shape.row();
    std::unique_ptr<std::uint32_t[]> sums(new std::uint32_t[shape.size()]);
    for_bands(shape.height, threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t y = first; y < end; y++) {
            sum_row(pixels + y * row, shape, radius, sums.get() + y * row);
        }
    });
    std::uint32_t side = static_cast<std::uint32_t>(2 * radius + 1);
    std::uint32_t area = side * side;
    std::size_t last = shape.height - 1;
    for_bands(shape.height, threads, [&](std::size_t first, std::size_t end) {
        // The sum of the square around each pixel of the row, carried from row to row.
        std::unique_ptr<std::uint32_t[]> squares(new std::uint32_t[row]());
        auto sums_of = [&](std::size_t y) { return sums.get() + std::min(y, last) * row; };
        for (std::size_t step = 0; step < side; step++) {
            const std::uint32_t *line = sums_of(first + step > radius ? first + step - radius : 0);
            for (std::size_t i = 0; i < row; i++) {
                squares[i] += line[i];
            }
        }
        for (std::size_t y = first; y < end; y++) {
            const std::uint32_t *entering = sums_of(y + radius + 1);
            const std::uint32_t *leaving = sums_of(y > radius ? y - radius : 0);
            std::uint8_t *out = target + y * row;
            for (std::size_t i = 0; i < row; i++) {
                out[i] = static_cast<std::uint8_t>((static_cast<std::uint64_t>(squares[i]) + area / 2) / area);
                squares[i] += entering[i] - leaving[i];
            }
        }
    });
}

}  // namespace image
