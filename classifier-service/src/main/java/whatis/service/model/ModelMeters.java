package whatis.service.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import whatis.classification.ImageClassifier;
import whatis.classification.ModelDescription;

/**
 * Tells operators which model runs, how quick it is and how much it has to do.
 *
 * @param classifier what is told of
 */
record ModelMeters(ImageClassifier classifier) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        ModelDescription model = classifier.model();
        Gauge.builder("whatis.model", () -> 1)
                .description("1, with what is known about the model that answers")
                .tag("name", PublicName.of(model))
                .tag("revision", model.revision())
                .tag("precision", model.precision().toString())
                .tag("arrangement", model.arrangement().toString())
                .tag("arranged_by", model.arrangedBy().toString())
                .tag("fallback", Boolean.toString(model.fallback()))
                .register(registry);
        Gauge.builder("whatis.queue.images", classifier, ImageClassifier::waiting)
                .description("Images that wait for the network")
                .register(registry);
        TimeGauge.builder(
                        "whatis.image.pace",
                        classifier,
                        TimeUnit.NANOSECONDS,
                        own -> own.timePerImage().toNanos())
                .description("Time from one answer to the next while there is more than enough to do")
                .register(registry);
        Gauge.builder("whatis.resident.memory.peak", ResidentMemory::peak)
                .description("The most RAM that this process ever had")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("whatis.resident.memory", ResidentMemory::bytes)
                .description("RAM of this process, with all native memory")
                .baseUnit("bytes")
                .register(registry);
    }
}
