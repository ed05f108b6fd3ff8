package se.fixamingata.batch.statistics;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.Properties;

/**
 * Two parts, which the night divides at the same municipality whenever it is asked. A restart counts them from their beginning: the runtime
 * writes down only at the end of a step how many parts it had, and fails over that when its server or database went away in the middle.
 */
@Named
@Dependent
public class MunicipalityHalves implements PartitionMapper {

    private static final int PARTS = 2;

    @Override
    public PartitionPlan mapPartitions() {
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(PARTS);
        plan.setThreads(PARTS);
        plan.setPartitionsOverride(true);
        Properties[] properties = new Properties[PARTS];
        for (int part = 0; part < PARTS; part++) {
            properties[part] = new Properties();
            properties[part].setProperty("part", String.valueOf(part));
        }
        plan.setPartitionProperties(properties);
        return plan;
    }
}
