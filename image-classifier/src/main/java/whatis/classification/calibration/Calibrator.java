package whatis.classification.calibration;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import whatis.classification.engine.Observer;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Trial;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Judgement;
import whatis.classification.network.LinearLayer;
import whatis.classification.network.Network;

/**
 * Calibrates a network for int8: ranges come from some pictures, and others tell how much harm each layer does alone and
 * which layers have to stay in floats, so that answers stay what they are in fp32. For one thread.
 *
 * @param network not to be closed meanwhile
 * @param checkpoint the checkpoint's digest
 * @param floats what would run else: fp32, bf16 or auto
 * @param processor this machine's
 */
public record Calibrator(
        Network network, String checkpoint, Split pictures, Aim aim, Precision floats, String processor) {

    /** So many pictures put layers in an order as well as all of them do: their logits are many, and no votes. */
    private static final int HARM_PICTURES = 50;

    private static final int TIMED_ROUNDS = 5;
    private static final int TIMED_PICTURES = 5;

    /**
     * Observes what layers read, and makes a calibration of all of them in int8.
     *
     * @throws CalibrationException if a layer reads something that isn't finite
     */
    public Calibration observe(CalibrationProgress progress) {
        int count = pictures.calibrating().size();
        try (Observer observer = Observer.load(network)) {
            for (Picture picture : pictures.calibrating()) {
                progress.at(Phase.OBSERVING, observer.pictures(), count);
                observer.observe(picture.pixels());
            }
            return observer.calibration(checkpoint, false);
        }
    }

    /**
     * Finds the layers that have to stay in floats.
     *
     * @param observed what {@link #observe} returned, or what {@code kept} was given since
     * @param kept takes what is known so far, from which this goes on another time
     * @throws CalibrationException if int8 doesn't run here
     * @throws IllegalArgumentException if the processor can't run int8
     */
    public Outcome choose(Calibration observed, CalibrationProgress progress, Consumer<Calibration> kept) {
        Answers exact = inFloats(Precision.FP32, progress);
        Precision other = floats.here();
        Agreement otherwise = agreement(other == Precision.FP32 ? exact : inFloats(other, progress), exact);
        Calibration harmed = harms(observed, exact, progress, kept);
        Attempt chosen = choose(harmed, exact, attempt -> aim.metBy(attempt.agreement(), otherwise), progress);
        return new Outcome(
                chosen.calibration(),
                aim.metBy(chosen.agreement(), otherwise),
                exact.mostAlike(),
                measured(other, otherwise, chosen, progress));
    }

    private Answers inFloats(Precision precision, CalibrationProgress progress) {
        try (Trial trial = Trial.floats(network, precision)) {
            return answers(
                    trial,
                    pixels(),
                    done -> progress.at(
                            Phase.ANSWERING, done, pictures.judging().size()));
        }
    }

    private List<ByteBuffer> pixels() {
        return pictures.judging().stream().map(Picture::pixels).toList();
    }

    /** Is told a number of pictures. */
    private interface Count {
        void at(int done);
    }

    private static Answers answers(Trial trial, List<ByteBuffer> pixels, Count count) {
        List<float[]> logits = new ArrayList<>();
        for (ByteBuffer one : pixels) {
            count.at(logits.size());
            logits.add(trial.logits(one));
        }
        return new Answers(logits);
    }

    private Calibration harms(
            Calibration observed, Answers exact, CalibrationProgress progress, Consumer<Calibration> kept) {
        List<ByteBuffer> some = pixels().stream().limit(HARM_PICTURES).toList();
        Calibration known = observed;
        for (LinearLayer layer : observed.layers()) {
            int done = known.harms().size();
            Count count =
                    picture -> progress.at(Phase.HARMS, done, observed.layers().size());
            if (!known.harms().containsKey(layer.name())) {
                try (Trial alone = Trial.int8(network, observed.only(layer.name()))) {
                    double harm = exact.distance(answers(alone, some, count));
                    known = known.withHarm(layer.name(), harm);
                }
                kept.accept(known);
            }
        }
        return known;
    }

    private record Attempt(Calibration calibration, Agreement agreement) {}

    private Attempt choose(Calibration harmed, Answers exact, Predicate<Attempt> good, CalibrationProgress progress) {
        List<String> worstFirst = LayerChoice.byHarm(harmed.harms());
        List<Integer> numbers = LayerChoice.numbers(worstFirst.size());
        return LayerChoice.first(
                numbers,
                left -> attempt(
                        harmed.without(worstFirst.subList(0, left)),
                        exact,
                        picture -> progress.at(Phase.CHOOSING, numbers.indexOf(left), numbers.size())),
                good);
    }

    private Attempt attempt(Calibration calibration, Answers exact, Count count) {
        try (Trial int8 = Trial.int8(network, calibration)) {
            Agreement agreement = agreement(answers(int8, pixels(), count), exact);
            return new Attempt(
                    calibration.judged(new Judgement(
                            pictures.calibrating().size(),
                            agreement.pictures(),
                            agreement.sameLabel(),
                            agreement.changed(),
                            aim.threshold(),
                            processor,
                            int8.noise())),
                    agreement);
        }
    }

    private Agreement agreement(Answers answers, Answers exact) {
        return exact.agreement(answers, network.head().scoreFunction(), aim.threshold());
    }

    /** Times both in turns, so that what else the machine does slows either. */
    private List<Measured> measured(
            Precision other, Agreement otherwise, Attempt chosen, CalibrationProgress progress) {
        try (Trial inFloats = Trial.floats(network, other);
                Trial int8 = Trial.int8(network, chosen.calibration())) {
            List<Double> floatsTimes = new ArrayList<>();
            List<Double> int8Times = new ArrayList<>();
            for (int round = 0; round < TIMED_ROUNDS; round++) {
                progress.at(Phase.TIMING, round, TIMED_ROUNDS);
                time(inFloats, floatsTimes);
                time(int8, int8Times);
            }
            return List.of(
                    new Measured(other, otherwise, median(floatsTimes)),
                    new Measured(Precision.INT8, chosen.agreement(), median(int8Times)));
        }
    }

    private void time(Trial trial, List<Double> milliseconds) {
        for (ByteBuffer pixels : pixels().subList(0, Math.min(TIMED_PICTURES, pixels().size()))) {
            long begin = System.nanoTime();
            trial.logits(pixels);
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        }
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Calibrates on noise, for measuring speed: all layers run in int8, and answers are worth nothing. */
    public static Calibration synthetic(Network network, String checkpoint) {
        try (Observer observer = Observer.load(network)) {
            observer.observeNoise();
            return observer.calibration(checkpoint, true);
        }
    }
}
