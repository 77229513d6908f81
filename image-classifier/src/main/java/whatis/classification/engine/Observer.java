package whatis.classification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import whatis.classification.network.Attention;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Network;
import whatis.classification.network.Observation;
import whatis.classification.network.PlainLowering;
import whatis.classification.torchscript.StorageType;

/**
 * Runs pictures through a network and takes note of what its linear layers read, which int8 must know. For one thread, best a
 * platform thread that lives long; close it to free native memory.
 */
public final class Observer implements AutoCloseable {

    private final TorchModule module;
    private final Network network;
    private final Observation observation;

    private Observer(TorchModule module, Network network) {
        this.module = module;
        this.network = network;
        this.observation = network.observation();
    }

    /**
     * Loads a network in fp32, the reference.
     *
     * @param network not to be closed before this returns
     * @throws UncheckedIOException if the checkpoint can't be read or a temporary file can't be written
     */
    public static Observer load(Network network) {
        LibTorch.load();
        LibTorch.useThreads(Concurrency.onAllCores().threads());
        try {
            return load(network, StorageType.FLOAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Observer load(Network network, StorageType type) throws IOException {
        return new Observer(TorchModule.load(network.observing(type, new PlainLowering(Attention.FLASH))), network);
    }

    /**
     * Runs a picture.
     *
     * @param pixels {@code [channels, height, width]} in fp32, best a direct buffer in native order
     * @throws CalibrationException if a layer reads something that isn't finite
     */
    public void observe(ByteBuffer pixels) {
        observation.add(module.run(Network.OBSERVED, pixels, network.shape(1)), 1);
    }

    /** Runs a picture of noise. */
    public void observeNoise() {
        observe(LoadedNetwork.noise(network.shape(1)));
    }

    /** Returns how many pictures were run. */
    public int pictures() {
        return observation.pictures();
    }

    /**
     * Returns a calibration with all linear layers in int8, from the pictures so far.
     *
     * @param checkpoint the checkpoint's digest
     * @param synthetic whether the pictures were noise
     * @throws IllegalStateException if there was none
     */
    public Calibration calibration(String checkpoint, boolean synthetic) {
        return observation.calibration(checkpoint, LibTorch.version(), synthetic);
    }

    @Override
    public void close() {
        module.close();
    }
}
