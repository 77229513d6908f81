package whatis.classification.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** The native library of this process. */
final class LibTorch {

    private LibTorch() {}

    /** Loads the library unless it is loaded; keeps DJL from asking the network for natives and from reporting its use. */
    static void load() {
        System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
        System.setProperty("OPT_OUT_TRACKING", System.getProperty("OPT_OUT_TRACKING", "true"));
        Engine.getEngine("PyTorch");
    }

    /**
     * Sets how many OpenMP threads, this one included, work on what the calling thread asks for from now on. Each calling
     * thread has a number and a pool of threads of its own.
     *
     * @see <a href="https://www.openmp.org/spec-html/5.0/openmpsu110.html">omp_set_num_threads</a>
     */
    static void useThreads(int threads) {
        load();
        JniUtils.setNumThreads(threads);
    }
}
