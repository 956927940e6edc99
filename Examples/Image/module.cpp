// The module: arguments are checked and pinned while attached, the kernels run in a block, their exceptions come out of it
// attached and become Python's.
#include <baton.hpp>

#include "kernels.hpp"

namespace {

/// Pixels below which the lock is kept: the work is shorter than an exchange of the lock (R7).
constexpr std::size_t release_min = 8192;

/// The largest width, height and number of channels: their product fits a size.
constexpr long long max_side = 1 << 20;
constexpr long long max_channels = 16;

std::size_t number(bt::arguments arguments, std::size_t index, const char *name, long long least, long long most)
    BT_ATTACHED
{
    long long value = bt::integer(arguments[index]);
    if (value < least || value > most) {
        throw bt::failure(BtExc_ValueError, std::string(name) + ": expected " + std::to_string(least) + " to "
            + std::to_string(most) + ", got " + std::to_string(value));
    }
    return static_cast<std::size_t>(value);
}

/// The shape of a frame whose width is the argument `first`, and the pinned bytes, which must be as many.
image::Shape shape_of(bt::arguments arguments, std::size_t first, std::size_t channels) BT_ATTACHED
{
    return {number(arguments, first, "width", 1, max_side), number(arguments, first + 1, "height", 1, max_side), channels};
}

void expect_size(const bt::buffer &frame, image::Shape shape)
{
    if (frame.size() != shape.size()) {
        throw bt::failure(BtExc_ValueError, "frame: expected " + std::to_string(shape.size()) + " bytes for "
            + std::to_string(shape.width) + " x " + std::to_string(shape.height) + " pixels of "
            + std::to_string(shape.channels) + ", got " + std::to_string(frame.size()));
    }
}

/// A bytes object to be filled before anyone else sees it, which may be done detached.
struct Result {
    bt::object object;
    std::uint8_t *bytes;

    explicit Result(std::size_t size) BT_ATTACHED
        : object(bt::own(BtBytes_FromStringAndSize(nullptr, static_cast<Bt_ssize_t>(size)))),
          bytes(reinterpret_cast<std::uint8_t *>(BtBytes_AS_STRING(object.get())))
    {
    }
};

bt::object grayscale(BtObject *, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("grayscale", 3);
    image::Shape shape = shape_of(arguments, 1, 3);
    bt::buffer frame(arguments[0]);
    expect_size(frame, shape);
    auto pixels = frame.as<const std::uint8_t>();
    Result gray(shape.width * shape.height);
    {
        bt::allow_threads_if block(shape.width * shape.height >= release_min);
        image::grayscale(pixels.data(), shape.width * shape.height, gray.bytes);
    }
    return std::move(gray.object);
}

bt::object resize(BtObject *, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("resize", 6);
    image::Shape from = shape_of(arguments, 1, number(arguments, 3, "channels", 1, max_channels));
    image::Shape to = shape_of(arguments, 4, from.channels);
    bt::buffer frame(arguments[0]);
    expect_size(frame, from);
    auto pixels = frame.as<const std::uint8_t>();
    Result resized(to.size());
    {
        bt::allow_threads_if block(to.width * to.height >= release_min);
        image::resize(pixels.data(), from, resized.bytes, to);
    }
    return std::move(resized.object);
}

bt::object box_blur(BtObject *, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("box_blur", 5, 6);
    image::Shape shape = shape_of(arguments, 1, number(arguments, 3, "channels", 1, max_channels));
    std::size_t radius = number(arguments, 4, "radius", 0, image::max_radius);
    std::size_t threads = arguments.size() > 5 ? number(arguments, 5, "threads", 1, 256) : 1;
    bt::buffer frame(arguments[0]);
    expect_size(frame, shape);
    auto pixels = frame.as<const std::uint8_t>();
    Result blurred(shape.size());
    {
        // What the kernel throws, for want of memory or threads, leaves the block attached and is raised by bt::method.
        bt::allow_threads_if block(shape.width * shape.height >= release_min || threads > 1);
        image::box_blur(pixels.data(), shape, radius, threads, blurred.bytes);
    }
    return std::move(blurred.object);
}

BtDoc_STRVAR(grayscale_doc,
"grayscale(frame, width, height, /)\n"
"--\n\n"
"Return the luma of an RGB frame, one byte a pixel.");

BtDoc_STRVAR(resize_doc,
"resize(frame, width, height, channels, new_width, new_height, /)\n"
"--\n\n"
"Return the frame scaled to another size, bilinear.");

BtDoc_STRVAR(box_blur_doc,
"box_blur(frame, width, height, channels, radius, threads=1, /)\n"
"--\n\n"
"Return the frame with each pixel the mean of the square of 2 * radius + 1 around it.\n\n"
"The rows are divided among so many native threads.");

BtMethodDef methods[] = {
    bt::method<grayscale>("grayscale", grayscale_doc),
    bt::method<resize>("resize", resize_doc),
    bt::method<box_blur>("box_blur", box_blur_doc),
    BT_METHOD_END,
};

BtModuleDef_Slot slots[] = {
    {Bt_mod_gil, Bt_MOD_GIL_NOT_USED},
    {0, nullptr},
};

BtModuleDef definition = {
    BtModuleDef_HEAD_INIT, "image", "Blur, resize and grayscale of frames of bytes.", 0, methods, slots,
    nullptr, nullptr, nullptr,
};

}  // namespace

BtMODINIT_FUNC BtInit_image(void) { return BtModuleDef_Init(&definition); }
