package whatis.service;

import whatis.web.SettingsReferenceContract;

class SettingsReferenceTests extends SettingsReferenceContract {

    SettingsReferenceTests() {
        super("classifier-service");
    }
}
