package whatis.classification.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** The native library of this process. */
final class LibTorch {

    private LibTorch() {}

    /**
     * Loads the library unless it is loaded; keeps DJL from asking the network for natives and from reporting its use.
     *
     * <p>Besides OpenMP's threads libtorch has a pool for operators that nobody here uses. It starts as many threads as the
     * first one to set a number asks for, and keeps them: so the first number is one.
     */
    static synchronized void load() {
        System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
        System.setProperty("OPT_OUT_TRACKING", System.getProperty("OPT_OUT_TRACKING", "true"));
        Engine.getEngine("PyTorch");
        int threads = JniUtils.getNumThreads();
        JniUtils.setNumThreads(1);
        useThreads(threads);
    }

    /** Returns the library's version, such as {@code 2.7.1}; loads it if need be. */
    static synchronized String version() {
        load();
        return Engine.getEngine("PyTorch").getVersion();
    }

    /**
     * Sets how many OpenMP threads, this one included, work on what the calling thread asks for from now on. Each calling
     * thread has a number and a pool of threads of its own, which ends with it. The library must have been loaded.
     *
     * @see <a href="https://www.openmp.org/spec-html/5.0/openmpsu110.html">omp_set_num_threads</a>
     */
    static synchronized void useThreads(int threads) {
        JniUtils.setNumThreads(threads);
        // A thread that has never read its number takes the one that was set last, by whichever thread, when it does.
        JniUtils.getNumThreads();
    }
}
