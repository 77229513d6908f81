package whatis.peers;

import java.io.InputStream;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Answers as the other peers do. */
@RestController
class WhatIsController {
    private static final double THRESHOLD = 0.80;

    private final Peer peer;

    WhatIsController(Peer peer) {
        this.peer = peer;
    }

    @PostMapping("/whatis/")
    Map<String, String> whatIs(@RequestParam MultipartFile file) throws Exception {
        try (InputStream photograph = file.getInputStream()) {
            Answer answer = peer.classify(photograph);
            return Map.of(
                    "prediction", answer.score() >= THRESHOLD ? answer.label().split(",")[0] : "unknown");
        }
    }
}
