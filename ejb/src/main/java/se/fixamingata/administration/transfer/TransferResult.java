package se.fixamingata.administration.transfer;

import java.util.List;

/** What became of a file. */
public sealed interface TransferResult {

    /** @param faults all that was found; nothing was changed */
    record Refused(List<FileFault> faults) implements TransferResult {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * It can be taken over; nothing was changed.
     *
     * @param mark of the settings that it was compared with
     * @param changes empty when everything holds already
     */
    record Compared(String mark, List<SettingChange> changes) implements TransferResult {

        public Compared {
            changes = List.copyOf(changes);
        }
    }

    /** It holds now. */
    record TakenOver() implements TransferResult {}
}
