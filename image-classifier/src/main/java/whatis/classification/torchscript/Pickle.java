package whatis.classification.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a Python pickle of protocol 2, as far as a TorchScript archive needs one.
 *
 * @see <a href="https://peps.python.org/pep-0307/">PEP 307</a>, and Python's {@code pickletools} for the opcodes
 */
final class Pickle {

    private static final int PROTOCOL = 0x80;
    private static final int NEW_OBJECT = 0x81;
    private static final int FALSE = 0x89;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        out.write(PROTOCOL);
        out.write(2);
    }

    /** Pushes a class or function by its name. */
    Pickle global(String module, String name) {
        return opcode('c').raw(module + "\n" + name + "\n");
    }

    Pickle text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        opcode('X').int32(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    Pickle integer(long value) {
        if (value == (int) value) {
            return opcode('J').int32((int) value);
        }
        out.write(0x8a);
        out.write(Long.BYTES);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    Pickle integers(long[] values) {
        mark();
        for (long value : values) {
            integer(value);
        }
        return tuple();
    }

    Pickle no() {
        return opcode(FALSE);
    }

    Pickle emptyTuple() {
        return opcode(')');
    }

    Pickle emptyList() {
        return opcode(']');
    }

    /** Starts the items of the next {@link #tuple()} or {@link #append()}. */
    Pickle mark() {
        return opcode('(');
    }

    /** Makes a tuple of everything since the mark. */
    Pickle tuple() {
        return opcode('t');
    }

    /** Appends everything since the mark to the list below it. */
    Pickle append() {
        return opcode('e');
    }

    /** Calls the callable below the tuple of arguments on top. */
    Pickle call() {
        return opcode('R');
    }

    /** Creates an instance of the class below the tuple of arguments on top, without its constructor. */
    Pickle newObject() {
        return opcode(NEW_OBJECT);
    }

    /** Replaces the tuple on top by the object that it is the persistent id of. */
    Pickle persistent() {
        return opcode('Q');
    }

    /** Gives the state on top to the object below. */
    Pickle build() {
        return opcode('b');
    }

    byte[] finish() {
        opcode('.');
        return out.toByteArray();
    }

    private Pickle opcode(int code) {
        out.write(code);
        return this;
    }

    private Pickle raw(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private Pickle int32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }
}
