package whatis.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Serves the peer whose name is the active profile: {@code onnxruntime} or {@code djl}. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
class PeersApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(PeersApplication.class, arguments);
    }
}
