package whatis.startermodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws the sample pictures that the README's commands classify. */
final class DrawSamples {

    static final Map<String, Drawing> SAMPLES = Map.of(
            "crossword-puzzle.png", new CrosswordPuzzle(),
            "digital-clock.png", new DigitalClock(),
            "traffic-light.png", new TrafficLight(),
            "wall-clock.png", new WallClock());

    private DrawSamples() {}

    /** Draws all samples into the folder of the only argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("name the folder to draw into");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, Drawing> sample : SAMPLES.entrySet()) {
            Path file = folder.resolve(sample.getKey());
            ImageIO.write(sample.getValue().image(), "png", file.toFile());
        }
    }
}
