package whatis.classification.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/** The C library's heap, where libtorch keeps weights and activations. */
final class NativeHeap {

    private NativeHeap() {}

    /**
     * Gives freed memory back to the system. glibc keeps it otherwise: after loading a model that is as much as the model
     * itself. Does nothing where the C library isn't glibc.
     */
    static void trim() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Function mallocTrim = NativeLibrary.getInstance("c").getFunction("malloc_trim");
            mallocTrim.invokeInt(new Object[] {new NativeLong(0)});
        } catch (UnsatisfiedLinkError e) {
            // musl has no such function and no such habit
        }
    }
}
