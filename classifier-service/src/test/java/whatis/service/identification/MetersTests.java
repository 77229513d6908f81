package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.web.Contracts;

class MetersTests extends RunningService {

    @Test
    void metersWhenImageIsIdentifiedExpectEachStepOnce() {
        Map<String, Double> before = meters();
        post("/whatis", Form.file(Pictures.png()).bytes());
        Map<String, Double> after = meters();
        for (String counted : new String[] {
            "whatis_step_seconds_count{step=\"queue\"}",
            "whatis_step_seconds_count{step=\"decode\"}",
            "whatis_step_seconds_count{step=\"inference\"}",
            "whatis_step_seconds_count{step=\"article\"}",
            "whatis_batch_images_bucket{le=\"1.0\"}",
            "whatis_score_bucket{le=\"100.0\"}",
            "whatis_identifications_total{outcome=\"known\"}"
        }) {
            assertThat(value(after, counted) - value(before, counted))
                    .as(counted)
                    .isEqualTo(1);
        }
    }

    @Test
    void outcomesWhenThereIsNoArticleExpectWhy() {
        Map<String, Double> before = meters();
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        post("/whatis", Form.file(Pictures.png()).bytes());
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(503, Contracts.text("problem-encyclopedia-unavailable.json")));
        post("/whatis", Form.file(Pictures.png()).bytes());
        Map<String, Double> after = meters();
        for (String outcome : new String[] {"no_page", "wikipedia_unavailable"}) {
            String counter = "whatis_identifications_total{outcome=\"" + outcome + "\"}";
            assertThat(value(after, counter) - value(before, counter))
                    .as(counter)
                    .isEqualTo(1);
        }
    }

    @Test
    void problemsWhenImageIsRejectedExpectItsReason() {
        String counter = "whatis_problems_total{problem=\"unsupported-image-format\"}";
        double before = value(meters(), counter);
        post("/whatis", Form.file("text".getBytes(StandardCharsets.UTF_8)).bytes());
        assertThat(value(meters(), counter) - before).isEqualTo(1);
    }

    @Test
    void modelWhenLoadedExpectItsDescriptionAndState() {
        Map<String, Double> meters = meters();
        assertThat(meters.keySet())
                .anyMatch(meter -> meter.matches(
                        "whatis_model\\{arranged_by=\"(rule|tuned)\",arrangement=\"(flash|products)(\\+plain)?\","
                                + "fallback=\"false\",name=\"small-model\",precision=\"(bf16|fp32)\",revision=\"\"}"));
        assertThat(meters).containsEntry("whatis_queue_images", 0.0).containsEntry("whatis_admitted_requests", 0.0);
        assertThat(meters.get("whatis_image_pace_seconds")).isPositive();
        assertThat(meters.keySet()).anyMatch(meter -> meter.startsWith("jvm_memory_used_bytes{area=\"heap\""));
    }

    private static double value(Map<String, Double> meters, String meter) {
        return Objects.requireNonNull(meters.get(meter), meter);
    }

    private Map<String, Double> meters() {
        return Stream.of(get("/actuator/prometheus").body().split("\n"))
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }
}
